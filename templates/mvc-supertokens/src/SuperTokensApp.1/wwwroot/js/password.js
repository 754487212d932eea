// Gives every password field a button that shows what is typed. Its texts are on this script's element.

const { show, hide } = document.querySelector('script[data-show]').dataset;

for (const input of document.querySelectorAll('input[type="password"]')) {
  const button = document.createElement('button');
  button.type = 'button';

  const set = (visible) => {
    input.type = visible ? 'text' : 'password';
    button.textContent = visible ? hide : show;
    button.setAttribute('aria-label', `${button.textContent}: ${input.labels[0]?.textContent ?? ''}`);
  };
  set(false);

  button.addEventListener('click', () => set(input.type === 'password'));
  // Browsers offer to keep what is sent from a password field, and remember what is typed into others.
  input.form?.addEventListener('submit', () => set(false));

  const wrapper = document.createElement('div');
  wrapper.className = 'password';
  input.before(wrapper);
  wrapper.append(input, button);
}
