// Of the sign-in page: once another tab has signed in, there is nothing to do here.
const { next } = document.currentScript.dataset;
new BroadcastChannel("callscope.session").addEventListener("message", ({ data }) => {
  if (data !== "signed-in") return;
  if (next === undefined) location.reload();
  else location.replace(next);
});
