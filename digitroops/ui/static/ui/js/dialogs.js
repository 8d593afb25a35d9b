// Dialogs, and the question before what cannot be undone.
const confirmBox = document.getElementById("confirm");

document.addEventListener("click", (event) => {
  const opener = event.target.closest("[data-opens]");
  if (opener) document.getElementById(opener.dataset.opens)?.showModal();
  if (event.target.closest("[data-closes]")) event.target.closest("dialog")?.close();
  if (event.target.matches("dialog[open]") && !event.target.matches("#confirm")) closeOutside(event);
});

function closeOutside(event) {
  const box = event.target.getBoundingClientRect();
  const inside = event.clientX >= box.left && event.clientX <= box.right && event.clientY >= box.top && event.clientY <= box.bottom;
  if (!inside) event.target.close();
}

export function ask({ confirm, confirmText = "", confirmVerb = "", confirmTone = "danger" }) {
  const verb = confirmBox.querySelector("[data-confirmed]");
  confirmBox.querySelector("#confirm-title").textContent = confirm;
  confirmBox.querySelector("#confirm-text").textContent = confirmText;
  if (confirmVerb) verb.textContent = confirmVerb;
  verb.classList.toggle("btn-danger", confirmTone === "danger");
  verb.classList.toggle("btn-primary", confirmTone !== "danger");
  return new Promise((resolve) => {
    const yes = () => confirmBox.close("yes");
    verb.addEventListener("click", yes, { once: true });
    confirmBox.addEventListener("close", () => {
      verb.removeEventListener("click", yes);
      resolve(confirmBox.returnValue === "yes");
      confirmBox.returnValue = "";
    }, { once: true });
    confirmBox.showModal();
  });
}

const question = (event) => event.submitter?.closest("[data-confirm]") ?? event.target.closest("[data-confirm]");

// Plain forms: ask first, then send again with the same button. Capture: before any other listener.
document.addEventListener("submit", async (event) => {
  const asked = question(event);
  const form = event.target;
  if (!asked || form.dataset.confirmed) {
    delete form.dataset.confirmed;
    return;
  }
  event.preventDefault();
  event.stopImmediatePropagation();
  if (await ask(asked.dataset)) {
    form.dataset.confirmed = "yes";
    form.requestSubmit(event.submitter ?? undefined);
  }
}, true);

// Buttons and links outside of forms.
document.addEventListener("click", async (event) => {
  const asked = event.target.closest("a[data-confirm], button[type=button][data-confirm]");
  if (!asked || asked.dataset.confirmed) {
    if (asked) delete asked.dataset.confirmed;
    return;
  }
  event.preventDefault();
  event.stopImmediatePropagation();
  if (await ask(asked.dataset)) {
    asked.dataset.confirmed = "yes";
    asked.click();
  }
}, true);
