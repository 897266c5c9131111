// The pages work without this. With it, what a form answers is read out and gets the focus.
const focus = () => document.querySelector('[data-focus]')?.focus();

document.addEventListener('htmx:afterSettle', focus);
// 499: the session has ended. A full request can follow the way to the login page, an enhanced one cannot.
document.addEventListener('htmx:responseError', event => {
  if (event.detail.xhr.status === 499) location.reload();
});
document.addEventListener('htmx:sendError', () => location.reload());
focus();
