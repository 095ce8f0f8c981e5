/** Static pages, to be served by any web server. */
export default { output: 'export' };
