// The secret of a magic link stands behind the # of its address, which browsers send to no server. It goes into the page's form, and out
// of the address bar and the history.

const field = document.querySelector('input[data-link-code]');

function takeCode() {
  const code = location.hash.slice(1);
  if (code) {
    field.value = decodeURIComponent(code);
    history.replaceState(history.state, '', location.pathname + location.search);
  }

  for (const element of document.querySelectorAll('[data-with-code]')) {
    element.hidden = !field.value;
  }

  for (const element of document.querySelectorAll('[data-without-code]')) {
    element.hidden = !!field.value;
  }
}

addEventListener('hashchange', takeCode);
takeCode();
