// The pages work without this. With it, what a form answers is read out and gets the focus.
const focus = () => document.querySelector('[data-focus]')?.focus();

document.addEventListener('htmx:afterSettle', focus);
// 499: the session has ended. A full request can follow the way to the login page, an enhanced one cannot.
document.addEventListener('htmx:responseError', event => {
  if (event.detail.xhr.status === 499) location.reload();
});
// No connection: what was typed stays where it is.
document.addEventListener('htmx:sendError', () => {
  const offline = document.getElementById('offline');
  offline.hidden = false;
  offline.focus();
});
// What a link leads to may be folded up, or be the field to correct.
const unfold = () => {
  const target = location.hash && document.getElementById(location.hash.slice(1));
  if (target instanceof HTMLDetailsElement) target.open = true;
  else if (target) target.focus();
};
addEventListener('hashchange', unfold);
unfold();
focus();
