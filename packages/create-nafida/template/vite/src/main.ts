import '@nafida/elements/define.js';

// The address of the participation server: `npm start` sets it, the build takes it from the environment.
const provider = document.querySelector('nafida-provider');
if (provider) provider.api = import.meta.env['VITE_API'] ?? null;

const form = document.querySelector('nafida-proposal-form');
form?.addEventListener('nafida-proposal-success', ({ detail }) => {
  console.log('Received:', detail.reference);
});
