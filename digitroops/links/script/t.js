// Digitroops: tells which colleague's link led here when a goal is reached. No cookies, no third parties, nothing
// about the visitor. data-consent="wait" keeps nothing until digitroops.consent(true); false forgets everything.
(() => {
  const me = document.currentScript, set = me.dataset, KEY = "digitroops";
  const to = new URL("t/", me.src), life = (+set.days || 30) * 864e5;
  let may = set.consent !== "wait" && !navigator.globalPrivacyControl, here = [];

  const read = () => {
    let all = here;
    try { if (may) all = [...JSON.parse(localStorage[KEY] || "[]"), ...here]; } catch { /* no storage */ }
    return all.filter(([ref, at]) => ref?.length === 31 && Date.now() - at < life);
  };
  const keep = () => {
    const all = read();
    if (!may || !all.length) return;
    try {
      localStorage[KEY] = JSON.stringify(all.length > 2 ? [all[0], all.at(-1)] : all);
      here = [];
    } catch { /* kept for this page only */ }
  };

  const page = new URL(location), ref = page.searchParams.get("dt");
  if (ref) {
    here = [[ref, Date.now()]];
    keep();
    page.search = page.search.slice(1).split("&").filter((part) => !part.startsWith("dt=")).join("&");
    history.replaceState(history.state, "", page);
  }

  const goal = (name, { order, value } = {}) => {
    const click = read().map(([ref]) => ref);
    if (!click.length) return Promise.resolve();
    const body = JSON.stringify({ goal: name, order, value, click });
    return fetch(to, { method: "POST", body, keepalive: true, credentials: "omit" }).catch(() => {});
  };
  goal.consent = (yes) => {
    may = yes;
    if (yes) return keep();
    here = [];
    try { delete localStorage[KEY]; } catch { /* no storage */ }
  };
  const waiting = window.digitroops?.q || [];
  window.digitroops = goal;
  waiting.forEach((args) => goal(...args));
  if (set.goal) goal(set.goal, { order: set.order, value: set.value && +set.value });
})();
