// Menus and the (i) open where their button is; arrow keys walk a menu.
const GAP = 6;
const EDGE = 16;

function place(panel) {
  const button = document.querySelector(`[popovertarget="${panel.id}"]`);
  if (!button) return;
  panel.dataset.placed = "yes";
  const at = button.getBoundingClientRect();
  const { offsetWidth: width, offsetHeight: height } = panel;
  const alignEnd = at.left + width > innerWidth - EDGE;
  const left = alignEnd ? at.right - width : at.left;
  const below = at.bottom + GAP + height <= innerHeight - EDGE || at.top < height + GAP;
  panel.style.left = `${Math.max(EDGE, Math.min(left, innerWidth - EDGE - width))}px`;
  panel.style.top = `${below ? at.bottom + GAP : at.top - GAP - height}px`;
}

const items = (panel) => [...panel.querySelectorAll("a[href], button:not([disabled])")];

document.addEventListener("toggle", (event) => {
  const panel = event.target;
  if (!panel.matches?.("[data-place]")) return;
  const button = document.querySelector(`[popovertarget="${panel.id}"]`);
  button?.setAttribute("aria-expanded", String(event.newState === "open"));
  if (event.newState !== "open") return;
  place(panel);
  if (panel.matches("[data-menu]")) items(panel)[0]?.focus({ focusVisible: button?.matches(":focus-visible") });
}, true);

document.addEventListener("keydown", (event) => {
  const panel = event.target.closest?.("[data-menu]");
  if (!panel || !["ArrowDown", "ArrowUp", "Home", "End"].includes(event.key)) return;
  event.preventDefault();
  const found = items(panel);
  const now = found.indexOf(document.activeElement);
  const next = { ArrowDown: now + 1, ArrowUp: now - 1, Home: 0, End: -1 }[event.key];
  found.at(next % found.length).focus();
});
addEventListener("resize", () => document.querySelectorAll("[data-place]:popover-open").forEach(place));
addEventListener("scroll", () => document.querySelectorAll("[data-place]:popover-open").forEach(place), { passive: true });
