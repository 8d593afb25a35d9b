// Light, dark or as on this device; kept on this device.
const buttons = () => document.querySelectorAll("[data-theme-set]");

function show() {
  const chosen = document.documentElement.dataset.theme ?? "auto";
  buttons().forEach((button) => button.setAttribute("aria-pressed", String(button.dataset.themeSet === chosen)));
}

document.addEventListener("click", (event) => {
  const button = event.target.closest("[data-theme-set]");
  if (!button) return;
  const chosen = button.dataset.themeSet;
  if (chosen === "auto") {
    localStorage.removeItem("theme");
    delete document.documentElement.dataset.theme;
  } else {
    localStorage.setItem("theme", chosen);
    document.documentElement.dataset.theme = chosen;
  }
  show();
  document.dispatchEvent(new Event("themechange"));
});
matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => document.dispatchEvent(new Event("themechange")));
show();
