/** What a server answers to everybody at a path; its body as text, of a picture in base64. */
export async function answerOf(origin, path) {
  const response = await fetch(`${origin}${path}`);
  const bytes = Buffer.from(await response.arrayBuffer());
  const isText = /json|text/.test(response.headers.get('Content-Type'));
  const body = bytes.toString(isText ? 'utf8' : 'base64');
  return { status: response.status, headers: response.headers, body };
}
