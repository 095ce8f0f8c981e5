// `npm run check` knows the tags, their properties and their events.
const form = document.querySelector('nafida-proposal-form');
form?.addEventListener('nafida-proposal-success', ({ detail }) => {
  console.log('Received:', detail.reference);
});
