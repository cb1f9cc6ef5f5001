/* The session's board, kept up to date. Without this script the page works by reloading.
   It puts in pieces that the server sends, by their ids; what somebody is writing stays as it is. */
(() => {
  "use strict";
  const root = document.querySelector("[data-live]");
  if (!root) return;
  const rule = { createHTML: (html) => html }; // only ever given what our own server rendered and escaped
  const policy = window.trustedTypes ? trustedTypes.createPolicy("live", rule) : rule;
  const byId = (id) => document.getElementById(id);
  const say = (name, on) => root.querySelectorAll(`[data-say="${name}"]`).forEach((line) => { line.hidden = !on; });
  const parse = (html) => {
    const holder = document.createElement("template");
    holder.innerHTML = policy.createHTML(html);
    return holder.content;
  };

  const ticks = (field) => field.type === "checkbox" || field.type === "radio";
  const fields = (piece) => [...piece.querySelectorAll("input, textarea, select")].filter((field) => field.id);
  const isEdited = (field) => {
    if (ticks(field)) return field.checked !== field.defaultChecked;
    if (field.options) {
      return field.selectedIndex !== Math.max(0, [...field.options].findIndex((option) => option.defaultSelected));
    }
    return field.type !== "hidden" && field.value !== field.defaultValue;
  };
  const isWritten = (field) => isEdited(field) && (ticks(field) || field.value.trim());

  const settle = (field) => { // what was sent is no longer being written
    if (field.matches("[data-enter]")) field.value = "";
    else if (ticks(field)) field.defaultChecked = field.checked;
    else if (field.options) [...field.options].forEach((option) => { option.defaultSelected = option.selected; });
    else if (field.matches("textarea, input:not([type=hidden])")) field.defaultValue = field.value;
  };

  const put = (fresh) => {
    const old = byId(fresh.id);
    if (!old || (fresh.dataset.key && fresh.dataset.key === old.dataset.key)) return;
    const edited = fields(old).filter(isEdited);
    const written = edited.filter((field) => !ticks(field) && field.value.trim());
    if (written.some((field) => !fresh.querySelector(`#${field.id}`))) { say("kept", true); return; }
    const held = old.contains(document.activeElement) ? document.activeElement : null;
    const opened = [...old.querySelectorAll("details[open][id]")].map((part) => part.id);
    old.replaceWith(fresh);
    if (fresh.dataset.key !== old.dataset.key) say("answered", false);
    opened.forEach((id) => { if (byId(id)) byId(id).open = true; });
    edited.forEach((field) => {
      const now = byId(field.id);
      if (now && ticks(field)) now.checked = field.checked;
      else if (now) now.value = field.value;
    });
    const now = held && held.id && byId(held.id);
    if (!now) return;
    now.focus({ preventScroll: true });
    if (typeof held.selectionStart === "number") now.setSelectionRange(held.selectionStart, held.selectionEnd);
  };

  const insert = (holder) => {
    const list = byId(holder.dataset.into), row = holder.firstElementChild, there = row && byId(row.id);
    if (!list || !row) return;
    if (there && there.parentElement === list) { put(row); return; }
    there?.remove();
    const before = byId(holder.dataset.after);
    if (before && before.parentElement === list) before.after(row); else list.prepend(row);
  };

  const apply = (pieces) => {
    const all = [...pieces.children], gone = all.filter((piece) => piece.dataset.gone);
    gone.forEach((piece) => byId(piece.dataset.gone)?.remove());
    all.filter((piece) => !gone.includes(piece)).forEach((piece) => (piece.dataset.into ? insert : put)(piece));
  };

  const loadAgain = async () => {
    try {
      const answer = await fetch(location.href, { headers: { Accept: "text/html", "X-By-Itself": "1" } });
      const page = parse(await answer.text()).querySelector("[data-live]");
      if (!page || page.dataset.state !== root.dataset.state) { // over, or the password is asked for
        if (!fields(root).some(isWritten)) { location.reload(); return; }
        say(page ? "kept" : "asked", true);
        later(loadAgain, 60000);
        return;
      }
      say("asked", false);
      page.querySelectorAll("[data-piece]").forEach(put);
      Object.assign(root.dataset, { live: page.dataset.live, at: page.dataset.at });
      listen();
    } catch {
      later(loadAgain, 3000);
    }
  };
  const later = (what, least) => setTimeout(what, least + Math.random() * least);

  const listen = () => {
    const source = new EventSource(`/live/${root.dataset.live}?at=${root.dataset.at}`);
    source.onopen = () => say("lost", false);
    source.addEventListener("pieces", (event) => { root.dataset.at = event.lastEventId; apply(parse(event.data)); });
    source.addEventListener("again", () => { source.close(); later(loadAgain, 700); });
    source.onerror = () => {
      say("lost", true);
      if (source.readyState === EventSource.CLOSED) later(loadAgain, 2000);
    };
  };

  /* Forms marked data-quick are sent without leaving the page; whatever is not plainly done goes the ordinary way. */
  const sendQuickly = async (form, button, address) => {
    const data = new FormData(form);
    if (button && button.name) data.append(button.name, button.value);
    const options = { method: "POST", body: data, headers: { "X-Live": "1" }, redirect: "manual" };
    const answer = await fetch(address, options).catch(() => null);
    const asked = answer && answer.headers.has("X-Confirm"); // that page keeps this form's words and no others
    if (asked && fields(root).some((field) => field.form !== form && isWritten(field))) { say("asked", true); return; }
    if (!answer || answer.status !== 204) {
      form.dataset.quick = "";
      form.requestSubmit(button || undefined);
      return;
    }
    form.elements.once.value = crypto.randomUUID ? crypto.randomUUID() : `${Date.now()}${Math.random()}`;
    [...form.elements].forEach(settle);
    say("asked", false);
    say(form.dataset.quick, true);
    form.querySelector("[data-enter]")?.focus();
  };
  document.addEventListener("submit", (event) => {
    const form = event.target, button = event.submitter;
    if (!form.dataset.quick || event.defaultPrevented || (button && "leave" in button.dataset)) return;
    event.preventDefault();
    sendQuickly(form, button, button?.getAttribute("formaction") || form.action);
  });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || event.shiftKey || event.isComposing || !event.target.matches("[data-enter]")) return;
    event.preventDefault();
    event.target.form.requestSubmit();
  });

  if (window.EventSource && root.dataset.live) listen();
})();
