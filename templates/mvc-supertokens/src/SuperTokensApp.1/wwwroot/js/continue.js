// Refreshes a session that has expired and goes back to where the person was going. Without this script the page's form does the same.

import { read, refresh } from './refresh.js';

const form = document.querySelector('form[data-refresh]');
const waiting = document.querySelector('[data-waiting]');
const problem = document.querySelector('[data-problem]');
const { expires } = read();

if (isGoingInCircles()) {
  // The browser may be keeping no cookies.
  askThePerson();
} else {
  form.hidden = true;
  waiting.hidden = false;
  await goOn();
}

async function goOn() {
  for (const pause of [0, 1000, 3000]) {
    await new Promise((resolve) => setTimeout(resolve, pause));
    switch (await refresh(form.dataset.refresh, () => read().expires !== expires)) {
      case 'fresh':
        return location.replace(form.dataset.returnUrl);
      case 'gone':
        return location.replace(form.dataset.signIn);
    }
  }

  askThePerson();
}

function askThePerson() {
  waiting.hidden = true;
  form.hidden = false;
  problem.hidden = false;
}

function isGoingInCircles() {
  const recent = JSON.parse(sessionStorage.getItem('continued') ?? '[]').filter((time) => Date.now() - time < 20_000);
  sessionStorage.setItem('continued', JSON.stringify([...recent, Date.now()].slice(-4)));
  return recent.length >= 3;
}
