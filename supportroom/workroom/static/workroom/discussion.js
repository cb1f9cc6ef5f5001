// A thread is read and written without this. With it, names are offered after an @, Ctrl+Enter sends, the words that are
// marked in a post are quoted alone, and what could not be sent says so.
document.addEventListener("keydown", (event) => {
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey) && event.target.form?.id === "write") {
    event.preventDefault();
    event.target.form.requestSubmit();
  }
  if (event.key === "Escape") document.getElementById("offers")?.remove();
});

document.addEventListener("input", ({ target }) => {
  if (target.id !== "id_text" || target.form?.id !== "write") return;
  document.getElementById("offers")?.remove();
  const begun = /(?:^|\s)@([^@\n]{0,30})$/u.exec(target.value.slice(0, target.selectionStart));
  if (!begun) return;
  const typed = begun[1].toLocaleLowerCase();
  const labels = [...target.form.querySelectorAll("input[name=mentions]")].map((box) => box.parentNode.textContent.trim());
  const names = labels.filter((name) => name.toLocaleLowerCase().startsWith(typed));
  if (!names.length) return;
  const offers = document.createElement("p");
  offers.id = "offers";
  offers.className = "offers";
  offers.append(...names.map((name) => offer(name, target, begun[1].length)));
  target.after(offers);
});

function offer(name, box, typed) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "button button--plain";
  button.dir = "auto";
  button.textContent = name;
  button.addEventListener("click", () => {
    box.setRangeText(`${name} `, box.selectionStart - typed, box.selectionStart, "end");
    box.focus();
    button.parentNode.remove();
  });
  return button;
}

let marked = "";
document.addEventListener("pointerdown", ({ target }) => {
  if (!target.matches?.(".post__answer")) return;
  const selection = getSelection();
  const within = selection.rangeCount && target.closest(".post").contains(selection.getRangeAt(0).commonAncestorContainer);
  marked = within ? selection.toString().trim() : "";
});

document.addEventListener("htmx:afterSettle", () => {
  const quote = document.getElementById("id_quote");
  if (quote && marked) quote.value = marked;
  marked = "";
});

// A whole page in answer to a piece means that nobody is signed in here any more.
document.addEventListener("htmx:beforeSwap", ({ detail }) => {
  if (/^\s*<!doctype/i.test(detail.serverResponse)) {
    detail.shouldSwap = false;
    lost(detail.requestConfig.elt);
  }
});
for (const trouble of ["htmx:sendError", "htmx:timeout", "htmx:responseError"]) {
  document.addEventListener(trouble, ({ detail }) => lost(detail.elt));
}
document.addEventListener("htmx:beforeRequest", () => document.getElementById("not-sent")?.setAttribute("hidden", ""));

function lost(sender) {
  if (sender.id === "write") document.getElementById("not-sent")?.removeAttribute("hidden");
}
