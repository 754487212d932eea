// Exchanges the refresh token for new tokens, once for all tabs: a refresh token that is used twice looks stolen.

const key = 'session';
const lockName = 'session-refresh';

let memory = {}; // in place of the browser's storage, where that is turned off

/** What the tabs of this browser know: the session's id, empty for visitors, and when its access token expires (ms, by this clock). */
export function read() {
  try {
    return JSON.parse(localStorage.getItem(key)) ?? memory;
  } catch {
    return memory;
  }
}

/** Tells the other tabs, which get a "storage" event. */
export function write(state) {
  memory = { ...state, antiCsrf: state.antiCsrf ?? read().antiCsrf };
  try {
    localStorage.setItem(key, JSON.stringify(memory));
  } catch {
    // Without storage every tab is on its own.
  }
}

/**
 * Refreshes when it is this tab's turn, unless another tab has done so meanwhile.
 * Returns 'fresh', 'gone' when there is no session any more, or 'failed' when trying again may help.
 */
export async function refresh(url, isDone) {
  const turn = () => (isDone() ? 'fresh' : post(url));
  try {
    // Browsers have locks on https and on localhost only.
    return await (navigator.locks ? inTurn(turn) : turn());
  } catch {
    return 'failed';
  }
}

async function inTurn(turn) {
  const done = await navigator.locks.request(lockName, { ifAvailable: true }, (lock) => (lock ? turn() : null));
  // Another tab is at it, and what it writes may arrive a little after its turn is over.
  return done ?? navigator.locks.request(lockName, () => new Promise((resolve) => setTimeout(resolve, 250)).then(turn));
}

async function post(url) {
  // Another site can send no header of its own, so "rid" shows that this one asks. "anti-csrf" is for AntiCsrfMode.ViaToken.
  const headers = { rid: 'anti-csrf', 'st-auth-mode': 'cookie' };
  const { antiCsrf } = read();
  if (antiCsrf) {
    headers['anti-csrf'] = antiCsrf;
  }

  // keepalive: when the page is left meanwhile, the new cookies arrive all the same.
  const response = await fetch(url, { method: 'POST', headers, credentials: 'same-origin', keepalive: true });
  await response.text(); // unread, it would keep its connection
  const frontToken = response.headers.get('front-token');
  if (response.ok && frontToken) {
    // Both times are the server's; their difference holds by any clock.
    const { iat, exp, sessionHandle } = JSON.parse(atob(frontToken)).up;
    write({ id: sessionHandle, expires: Date.now() + (exp - iat) * 1000, antiCsrf: response.headers.get('anti-csrf') });
    return 'fresh';
  }

  return response.status === 401 ? 'gone' : 'failed';
}
