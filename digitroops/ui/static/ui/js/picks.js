// Picking one who leaves and one who comes: by dragging, by button, or by key. The two selects of a form hold what is
// picked, so that it also works without this; their change event asks the server what the pick would do.
const boards = () => document.querySelector("[data-picks]");
const form = () => document.getElementById(boards()?.dataset.picks ?? "");
const select = (side) => form()?.elements.namedItem(side);
let carried = null;

function show() {
  document.querySelectorAll("[data-pick]").forEach((card) => {
    const picked = select(card.dataset.pickSide)?.value === card.dataset.pick;
    card.classList.toggle("chosen", picked);
    card.querySelector("[data-pick-button]")?.setAttribute("aria-pressed", String(picked));
  });
}

function pick(values) {
  if (!form()) return;
  for (const [side, value] of Object.entries(values)) select(side).value = value;
  select("out").dispatchEvent(new Event("change", { bubbles: true }));
}

const toggled = ({ pick: id, pickSide: side }) => ({ [side]: select(side)?.value === id ? "" : id });

document.addEventListener("change", (event) => {
  if (event.target.form && event.target.form === form()) show();
});

// A list that came anew, such as another page of those who wait, shows what is picked already.
document.addEventListener("htmx:afterSettle", () => form() && show());

document.addEventListener("click", (event) => {
  const button = event.target.closest("[data-pick-button]");
  if (button) pick(toggled(button.closest("[data-pick]").dataset));
  if (event.target.closest("[data-pick-clear]")) pick({ out: "", come: "" });
});

document.addEventListener("dragstart", (event) => {
  carried = form() ? event.target.closest?.("[data-pick]") ?? null : null;
  if (!carried) return;
  event.dataTransfer.effectAllowed = "move";
  event.dataTransfer.setData("text/plain", carried.dataset.pick);
  carried.classList.add("carried");
});

// Where the carried card may be let go: on somebody of the other side, or on their list.
function target(event) {
  const other = carried?.dataset.pickSide === "out" ? "come" : "out";
  const card = event.target.closest?.(`[data-pick-side="${other}"]`);
  return carried ? card ?? event.target.closest?.(`[data-pick-zone="${other}"]`) : null;
}

document.addEventListener("dragover", (event) => {
  const place = target(event);
  document.querySelectorAll(".drop-here").forEach((old) => old !== place && old.classList.remove("drop-here"));
  if (!place) return;
  event.preventDefault();
  place.classList.add("drop-here");
});

document.addEventListener("drop", (event) => {
  const place = target(event);
  if (!place) return;
  event.preventDefault();
  const { pick: id, pickSide: side } = carried.dataset;
  const other = side === "out" ? "come" : "out";
  pick({ [side]: id, [other]: place.dataset.pick ?? "" });
});

document.addEventListener("dragend", () => {
  document.querySelectorAll(".drop-here, .carried").forEach((card) => card.classList.remove("drop-here", "carried"));
  carried = null;
});

// Keys inside the board: arrows go from person to person, L and B press the lock and the ban, Escape lets go.
const steps = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };

document.addEventListener("keydown", (event) => {
  if (!boards() || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key === "Escape" && (select("out")?.value || select("come")?.value)) pick({ out: "", come: "" });
  const card = event.target.closest?.("[data-pick]");
  if (!card) return;
  if (event.key in steps) {
    const all = [...document.querySelectorAll("[data-pick]")];
    const next = all[all.indexOf(card) + steps[event.key]];
    if (!next) return;
    event.preventDefault();
    next.querySelector("[data-pick-button]")?.focus();
    return;
  }
  card.querySelector(`[data-pick-key="${CSS.escape(event.key.toLowerCase())}"]`)?.click();
});
