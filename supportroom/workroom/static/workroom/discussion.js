// A thread is read and written without this. With it, names are offered after an @, and Ctrl+Enter sends.
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
