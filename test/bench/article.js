// The page's own script, such as every page has: without one, the first library on it would be
// charged for things that the browser sets up once per page.
const form = document.querySelector('form');
const button = form.querySelector('button');

function post() {
  if (!form.reportValidity()) return;
  button.disabled = true;
  button.textContent = 'Thank you';
}

button.addEventListener('click', post);
form.addEventListener('submit', (event) => {
  event.preventDefault();
  post();
});
