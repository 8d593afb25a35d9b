// Registers the service worker and forgets the kept briefs when the person signs out.
if ("serviceWorker" in navigator) {
  const version = document.querySelector('meta[name="app-version"]')?.content || "1";
  navigator.serviceWorker.register(`/service-worker.js?v=${version}`, { scope: "/" });
  document.addEventListener("submit", (event) => {
    if (event.target.matches('form[action$="/sign-out/"]')) navigator.serviceWorker.controller?.postMessage("sign-out");
  });
}
