// A passkey in place of the six digits. What needs one is hidden until this file has seen that the browser has them;
// the words that stand there otherwise then go. The device is asked at a press; what it gives goes off in the form.
const bytes = (word) =>
  Uint8Array.from(atob(word.replace(/-/g, "+").replace(/_/g, "/")), (sign) => sign.charCodeAt(0));
const word = (buffer) =>
  btoa(String.fromCharCode(...new Uint8Array(buffer))).replace(/\+/g, "-").replace(/\//g, "_").replace(/=/g, "");
const named = (list) => (list || []).map((each) => ({ ...each, id: bytes(each.id) }));

async function ask({ asked, way }) {
  const publicKey = JSON.parse(asked).publicKey;
  publicKey.challenge = bytes(publicKey.challenge);
  if (publicKey.user) publicKey.user.id = bytes(publicKey.user.id);
  publicKey.allowCredentials = named(publicKey.allowCredentials);
  publicKey.excludeCredentials = named(publicKey.excludeCredentials);
  return navigator.credentials[way]({ publicKey });
}

function written(passkey) {
  const response = {};
  for (const part of ["clientDataJSON", "attestationObject", "authenticatorData", "signature", "userHandle"]) {
    if (passkey.response[part]) response[part] = word(passkey.response[part]);
  }
  return JSON.stringify({ id: passkey.id, rawId: word(passkey.rawId), type: passkey.type, response });
}

async function send(form, failed) {
  const button = form.querySelector("button");
  button.disabled = true;
  failed.hidden = true;
  try {
    form.elements.answer.value = written(await ask(form.dataset));
    form.submit();
  } catch {
    failed.hidden = false;
    button.disabled = false;
  }
}

if (window.PublicKeyCredential && navigator.credentials) {
  for (const part of document.querySelectorAll("[data-passkey]")) {
    part.hidden = false;
    const form = part.querySelector("[data-asked]");
    form?.addEventListener("submit", (event) => {
      event.preventDefault();
      send(form, part.querySelector("[data-passkey-failed]"));
    });
  }
  for (const words of document.querySelectorAll("[data-passkey-none]")) words.remove();
}
