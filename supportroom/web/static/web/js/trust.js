// htmx sets the server's own fragments into the page as HTML, which the content policy allows to the policy named here
// alone. Fragments are made by our escaping templates; scripts and handlers inside one stay forbidden by the policy.
if (window.trustedTypes) {
  window.trustedTypes.createPolicy("default", { createHTML: (html) => html });
}
