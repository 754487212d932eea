// Shows times in the person's own time zone and language; the server writes them in UTC.

const format = new Intl.DateTimeFormat(document.documentElement.lang, { dateStyle: 'medium', timeStyle: 'short' });

for (const element of document.querySelectorAll('time[datetime]')) {
  element.textContent = format.format(new Date(element.dateTime));
}
