// Of the page that ends a sign-in in a tab of its own: the others may go on.
// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel is of one origin
new BroadcastChannel("callscope.session").postMessage("signed-in");
// A browser lets a page close only a tab that a page has opened; the page says what to do elsewhere.
window.close();
