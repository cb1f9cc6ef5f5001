// Gives words in Latin letters on an Arabic page, outside what people wrote, what is set apart, and names of their own.
() => {
  const apart = "[lang=en], [dir=auto], bdi, code, script, style, [hidden]";
  const names = /\b(English|Français|Kurdî|Kurmancî|Deutsch|Español|Türkçe|Markdown|Word|Excel|PDF|CSV|JSON|docx|xlsx|ics|https|DOCX|XLSX|bib|ris|Export|ZIP|RIS|BibTeX|CSL|DOI|ISBN|Zotero|Mendeley|EndNote|APA|Chicago|MLA|Enter|Shift|txt|png|jpg|onion|how-we-work|\w+ Example)(?!\w)/g;
  const isolated = /\u2066[^\u2069]*\u2069/g;
  const words = /[A-Za-z]{3,}/;
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const found = [];
  while (walker.nextNode()) {
    const { data, parentElement } = walker.currentNode;
    if (!parentElement.closest(apart) && words.test(data.replace(isolated, "").replace(names, ""))) found.push(data.trim().slice(0, 120));
  }
  return found;
}
