// Keeps a session fresh while a page is open, and all tabs of a browser in step.

import { read, refresh, write } from './refresh.js';

const page = document.querySelector('meta[name="session"]');
const id = page.content; // empty for visitors
const longestTimer = 2 ** 31 - 1;

let timer;
let failures = 0;

tellOtherTabs();
addEventListener('storage', followOtherTabs);
addEventListener('pageshow', reloadFromCache);
if (id) {
  addEventListener('submit', sendWhenFresh);
  // Timers sleep with the machine and in hidden tabs.
  addEventListener('visibilitychange', schedule);
  addEventListener('online', schedule);
  schedule();
}

function tellOtherTabs() {
  const known = read();
  const ends = Date.now() + Number(page.dataset.expiresIn ?? 0);
  write({ id, expires: known.id === id ? Math.max(ends, known.expires) : ends, antiCsrf: page.dataset.antiCsrf });
}

function followOtherTabs() {
  if ((read().id ?? '') !== id) {
    // Somebody signed in or out: what this page shows is no longer so.
    location.reload();
  } else if (id) {
    schedule();
  }
}

// The back button may bring a page back as it was left, with a session that has ended since.
function reloadFromCache(event) {
  if (event.persisted) {
    location.reload();
  }
}

function schedule() {
  clearTimeout(timer);
  const { expires } = read();
  const left = expires - Date.now();
  timer = setTimeout(keepFresh, Math.min(Math.max(left - Math.min(left / 4, 60_000), 0), longestTimer), expires);
}

/** Replaces the token that expires at that time, unless another tab has done so by now. */
async function keepFresh(expires) {
  clearTimeout(timer);
  switch (await refresh(page.dataset.refresh, () => read().expires > expires)) {
    case 'fresh':
      failures = 0;
      schedule();
      break;
    case 'gone':
      write({ id: '' });
      location.reload();
      break;
    default:
      failures++;
      timer = setTimeout(keepFresh, Math.min(2 ** failures, 60) * 1000, expires);
  }
}

// A form that is sent with an expired token would be lost on the way to a new one.
async function sendWhenFresh(event) {
  if (event.defaultPrevented || read().expires > Date.now() + 5_000) {
    return;
  }

  event.preventDefault();
  removeEventListener('submit', sendWhenFresh);
  await keepFresh(read().expires);
  event.target.requestSubmit(event.submitter);
}
