// Leaving quickly: the page goes blank at once, and the place it had in the history is given to the page elsewhere, so
// that Back does not show it. Pressing Shift three times within three seconds, with no other key between, does the same.
const exit = document.querySelector(".masthead__exit");
const MOST_MS = 3000;
let presses = [];

function leave() {
  document.documentElement.replaceChildren();
  location.replace(exit.href);
}

if (exit) {
  exit.addEventListener("click", (event) => {
    event.preventDefault();
    leave();
  });
  addEventListener("keydown", (event) => {
    if (event.key !== "Shift") presses = [];
    else if (!event.repeat) presses = [...presses.filter((at) => event.timeStamp - at < MOST_MS), event.timeStamp];
    if (presses.length >= 3) leave();
  });
}
