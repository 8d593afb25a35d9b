// Everything pages do beyond plain HTML. Each module binds to attributes, so that it also works on
// what htmx swaps in later.
import "./buttons.js";
import "./dialogs.js";
import "./fields.js";
import "./keys.js";
import "./picks.js";
import "./popovers.js";
import "./requests.js";
import "./share.js";
import "./themes.js";
import "./toasts.js";
import "./unsent.js";
import "./upload.js";
import { drawCharts } from "./charts.js";

drawCharts(document);
document.addEventListener("htmx:load", (event) => drawCharts(event.target));
