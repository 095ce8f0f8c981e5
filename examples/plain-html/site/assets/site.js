// The website's own script: opens and closes the menu on narrow screens.
const button = document.querySelector('.menu button');
button?.addEventListener('click', () => {
  const open = button.getAttribute('aria-expanded') === 'true';
  button.setAttribute('aria-expanded', String(!open));
});
