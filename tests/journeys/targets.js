// Gives what is to be touched and is smaller than `least` pixels. Links inside running text are exempt, as WCAG 2.5.8 has it.
(least) => {
  const parts = "a[href], button, summary, select, textarea, input:not([type=hidden])";
  const exempt = "p, li > span, dd, td, .prose, .skip, .term, [aria-hidden=true]";
  const area = (part) => (/radio|checkbox/.test(part.type) && part.labels?.[0]) || part.closest("label") || part;
  return [...document.querySelectorAll(parts)]
    .filter((part) => part.checkVisibility({ visibilityProperty: true }) && !part.closest(exempt))
    .map((part) => [part, area(part).getBoundingClientRect()])
    .filter(([, box]) => box.width > 1 && box.height > 1 && Math.min(box.width, box.height) < least)
    .map(([part, box]) => `${part.outerHTML.slice(0, 120)} is ${Math.round(box.width)} x ${Math.round(box.height)}`);
}
