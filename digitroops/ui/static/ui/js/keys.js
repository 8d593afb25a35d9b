// Keys: Ctrl K finds, Ctrl Enter sends the form one writes in, or the page's form with data-key-send; data-key="1" is pressed by that key unless one is typing.
const typing = (target) => target.closest?.("input:not([type=radio], [type=checkbox]), textarea, select, [contenteditable]");

document.addEventListener("keydown", (event) => {
  if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "k") {
    const field = document.querySelector("[data-global-search]");
    if (!field) return;
    event.preventDefault();
    if (field.offsetParent) field.focus();
    else document.querySelector(".search-button")?.click();
    return;
  }
  if ((event.ctrlKey || event.metaKey) && event.key === "Enter") {
    const written = event.target.matches?.("textarea") ? event.target.form : document.querySelector("form[data-key-send]");
    written?.requestSubmit();
    return;
  }
  if (event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) return;
  if (document.querySelector("dialog[open]")) return;
  const named = document.querySelector(`[data-key="${CSS.escape(event.key.toLowerCase())}"]`);
  if (!named) return;
  event.preventDefault();
  if (named.matches("textarea, input:not([type=radio], [type=checkbox])")) named.focus();
  else named.click();
});
