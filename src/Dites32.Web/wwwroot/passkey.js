// Asks the browser for a passkey, puts its answer in the form and sends it. The rest of the page works without.
const knows = window.PublicKeyCredential?.parseRequestOptionsFromJSON && window.PublicKeyCredential?.parseCreationOptionsFromJSON;
for (const box of knows ? document.querySelectorAll('[data-passkey]') : []) {
  const form = box.querySelector('form');
  const answer = form.querySelector('input[name$=".Credential"]');
  const status = form.querySelector('[role=status]');
  box.hidden = false;
  form.addEventListener('submit', async (event) => {
    if (answer.value) return;
    event.preventDefault();
    status.textContent = '';
    try {
      const options = JSON.parse(box.dataset.options);
      const credential = box.dataset.passkey === 'create'
        ? await navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options) })
        : await navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options) });
      answer.value = JSON.stringify(credential);
      form.requestSubmit();
    } catch {
      status.textContent = 'Aucune clé n’a été utilisée. Vous pouvez recommencer, ou passer par le mot de passe.';
    }
  });
}
