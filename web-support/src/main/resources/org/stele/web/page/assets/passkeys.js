// Passkeys: asks the browser for one, and sends what it answers. Without this script, and where the browser knows no passkeys,
// the pages offer none and passwords work as before.
'use strict';
(() => {
  const bytes = text => Uint8Array.from(atob(text.replace(/-/g, '+').replace(/_/g, '/')), letter => letter.charCodeAt(0));
  const text = buffer => btoa(String.fromCharCode(...new Uint8Array(buffer)))
    .replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '');
  const described = keys => (keys || []).map(key => ({...key, id: bytes(key.id)}));

  async function send(form, address, body) {
    return fetch(address, {
      method: 'POST',
      headers: {'Content-Type': 'application/json', 'X-XSRF-TOKEN': form.dataset.token},
      body: JSON.stringify(body),
    });
  }

  async function options(form, address) {
    const answer = await send(form, address, {});
    if (!answer.ok) throw await failure(answer);
    return answer.json();
  }

  async function failure(answer) {
    const problem = await answer.json().catch(() => null);
    return new Error(problem ? problem.detail : '');
  }

  const common = key => ({
    id: key.id,
    rawId: text(key.rawId),
    type: key.type,
    clientExtensionResults: key.getClientExtensionResults(),
    authenticatorAttachment: key.authenticatorAttachment,
  });

  async function signIn(form) {
    const asked = await options(form, '/sign-in/passkey/options');
    const key = await navigator.credentials.get({
      publicKey: {...asked, challenge: bytes(asked.challenge), allowCredentials: described(asked.allowCredentials)},
    });
    const answer = await send(form, '/sign-in/passkey', {
      ...common(key),
      response: {
        authenticatorData: text(key.response.authenticatorData),
        clientDataJSON: text(key.response.clientDataJSON),
        signature: text(key.response.signature),
        userHandle: key.response.userHandle ? text(key.response.userHandle) : undefined,
      },
    });
    if (!answer.ok) throw await failure(answer);
    location.assign(form.dataset.next);
  }

  async function register(form) {
    const label = form.querySelector('input[name=label]');
    if (!label.reportValidity()) return;
    const asked = await options(form, '/account/passkeys/options');
    const key = await navigator.credentials.create({
      publicKey: {
        ...asked,
        challenge: bytes(asked.challenge),
        user: {...asked.user, id: bytes(asked.user.id)},
        excludeCredentials: described(asked.excludeCredentials),
      },
    });
    const answer = await send(form, '/account/passkeys', {
      label: label.value,
      credential: {
        ...common(key),
        response: {
          attestationObject: text(key.response.attestationObject),
          clientDataJSON: text(key.response.clientDataJSON),
          transports: key.response.getTransports ? key.response.getTransports() : [],
        },
      },
    });
    if (!answer.ok) throw await failure(answer);
    location.assign('/account?done=passkey-added');
  }

  // The check page of a form: the answer goes into the form, which is then sent as it is.
  async function sign(part) {
    const key = await navigator.credentials.get({
      publicKey: {challenge: bytes(part.dataset.challenge), rpId: part.dataset.party, userVerification: 'required'},
    });
    const fill = (name, buffer) => { part.querySelector(`[name=${name}]`).value = text(buffer); };
    fill('signedClientData', key.response.clientDataJSON);
    fill('signedAuthenticatorData', key.response.authenticatorData);
    fill('signedSignature', key.response.signature);
    part.closest('form').querySelector('button[value=send]').click();
  }

  const works = {'sign-in': signIn, register};
  if (!window.PublicKeyCredential) return;
  for (const form of document.querySelectorAll('[data-passkey], [data-signing]')) {
    const said = form.querySelector('[role=status]');
    form.hidden = false;
    form.querySelector('button').addEventListener('click', async event => {
      const button = event.currentTarget;
      button.disabled = true;
      said.textContent = '';
      try {
        await (form.dataset.passkey ? works[form.dataset.passkey] : sign)(form);
      } catch (reason) {
        // The browser's own words are for programmers; a person who cancelled knows.
        said.textContent = reason instanceof DOMException || !reason.message ? form.dataset.failed : reason.message;
      }
      button.disabled = false;
    });
  }
})();
