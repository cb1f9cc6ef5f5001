/* Searches a copy of the site where there is no server. Folds as supportroom/kernel/arabic.py does. */
"use strict";
(() => {
  const index = window.offlineIndex;
  const box = document.getElementById("offline-search");
  const field = document.getElementById("offline-words");
  const told = document.getElementById("offline-told");
  const list = document.getElementById("offline-found");
  if (!index || !box || !field) return;

  const LETTERS = {
    "أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ؤ": "و", "ئ": "ي", "ى": "ي", "ة": "ه", "ء": "", "ـ": "",
    "ک": "ك", "ی": "ي", "ە": "ه",
  };
  const MARKS = /[\u0300-\u036f\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed]/g;
  const replaced = (text) => Array.from(text, (sign) => {
    const code = sign.codePointAt(0);
    if (code >= 0x660 && code <= 0x669) return String(code - 0x660);
    if (code >= 0x6f0 && code <= 0x6f9) return String(code - 0x6f0);
    return sign in LETTERS ? LETTERS[sign] : sign;
  }).join("");
  const fold = (text) => replaced(replaced(text).normalize("NFKD").replace(MARKS, "")).toLowerCase()
    .replace(/[^\p{L}\p{N}\p{M}_]+/gu, " ").trim();

  const stems = index.stems.split(" ");
  const lists = index.lists.split(" ");
  const places = new Map(stems.map((stem, place) => [stem, place]));
  const forms = new Map(index.forms.split(" ").map((pair) => {
    const [form, place] = pair.split(":");
    return [form, parseInt(place, 36)];
  }));

  /* A form that stands in no text: tried without what is written before and after a stem, then as a beginning. */
  const FRONTS = ["", "وبال", "وكال", "ولل", "وال", "فال", "بال", "كال", "لل", "ال", "و", "ب", "ل"];
  const BACKS = ["", "تهما", "اتهم", "اتها", "تين", "يات", "ات", "ون", "ين", "هم", "ها", "يه", "ه", "ي",
    "ing", "ed", "es", "s"];
  const shorter = (word) => FRONTS.filter((front) => word.startsWith(front)).map((front) => word.slice(front.length))
    .flatMap((rest) => BACKS.filter((back) => rest.endsWith(back)).map((back) => rest.slice(0, rest.length - back.length)))
    .filter((rest) => rest === word || rest.length > 2);
  const placesOf = (word) => {
    const tried = shorter(word);
    for (const one of tried) {
      if (forms.has(one)) return [forms.get(one)];
      if (places.has(one)) return [places.get(one)];
    }
    const beginning = tried.filter((one) => one.length > 2).pop();
    if (!beginning) return [];
    const begun = new Set();
    for (const [stem, place] of places) if (stem.startsWith(beginning)) begun.add(place);
    for (const [form, place] of forms) if (form.startsWith(beginning)) begun.add(place);
    return [...begun];
  };
  const textsOf = (place) => {
    const held = new Map();
    let number = 0;
    for (const part of lists[place].split(".")) {
      const inTitle = part.endsWith("+");
      number += parseInt(part, 36);
      held.set(number, inTitle ? 4 : 1);
    }
    return held;
  };
  const found = (typed) => {
    const words = [...new Set(fold(typed).split(" ").filter(Boolean))].slice(0, 12);
    let marks = null;
    for (const word of words) {
      const mine = new Map();
      for (const place of placesOf(word)) {
        const held = textsOf(place);
        const weight = 1 + Math.log(index.texts.length / held.size);
        for (const [number, times] of held) mine.set(number, Math.max(mine.get(number) || 0, times * weight));
      }
      if (marks === null) marks = mine;
      else for (const number of [...marks.keys()]) {
        if (mine.has(number)) marks.set(number, marks.get(number) + mine.get(number));
        else marks.delete(number);
      }
    }
    return [...(marks || new Map())].sort((a, b) => b[1] - a[1] || a[0] - b[0]).map(([number]) => number);
  };

  const show = () => {
    const numbers = found(field.value);
    list.replaceChildren(...numbers.slice(0, 100).map((number) => {
      const [title, file, kind, day, beginning] = index.texts[number];
      const entry = document.createElement("li");
      const link = document.createElement("a");
      link.href = box.dataset.root + file;
      link.dir = "auto";
      link.textContent = title;
      const words = document.createElement("p");
      words.dir = "auto";
      words.textContent = beginning;
      const note = document.createElement("p");
      note.className = "note";
      note.textContent = kind + " · ";
      const when = document.createElement("bdi");
      when.textContent = day;
      note.append(when);
      entry.append(link, words, note);
      return entry;
    }));
    told.textContent = field.value.trim() ? box.dataset.found.replace("0", String(numbers.length)) : "";
  };
  let waiting = 0;
  field.addEventListener("input", () => { clearTimeout(waiting); waiting = setTimeout(show, 150); });
  box.hidden = false;
})();
