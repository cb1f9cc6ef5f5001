// What a page asks for by itself says so: it is no sign that somebody is here. Where the server asks for the password,
// a form goes the ordinary way, so that the page that asks keeps its words; words elsewhere keep the page here.
document.addEventListener("htmx:configRequest", ({ detail }) => {
  if (!detail.triggeringEvent?.isTrusted) detail.headers["X-By-Itself"] = "1";
});

function holdsWords(field) {
  if (field.matches("textarea")) return field.value.trim() !== "";
  if (field.matches("select")) {
    return field.selectedIndex !== Math.max(0, [...field.options].findIndex((option) => option.defaultSelected));
  }
  return field.type !== "hidden" && (field.value !== field.defaultValue || field.checked !== field.defaultChecked);
}

document.addEventListener("htmx:beforeSwap", ({ detail }) => {
  if (!detail.xhr.getResponseHeader("X-Confirm")) return;
  const { elt, headers } = detail.requestConfig;
  const isSent = elt.matches("form") && !headers["X-By-Itself"];
  const fields = [...document.querySelectorAll("main :is(input, textarea, select)")];
  detail.isError = false;
  if (!fields.some((field) => holdsWords(field) && !(isSent && field.form === elt))) {
    if (isSent) elt.submit();
    else location.reload();
  } else if (!headers["X-By-Itself"]) {
    document.getElementById("not-sent")?.removeAttribute("hidden");
  }
});
