// A file that is chosen leaves at once: nobody has to remember the button « Ajouter ». Without this script, the button does it.
for (const input of document.querySelectorAll('form[enctype="multipart/form-data"] input[type=file]')) {
  const hint = document.createElement('p');
  hint.className = 'hint';
  hint.setAttribute('role', 'status');
  hint.textContent = 'Le fichier choisi est joint aussitôt.';
  input.after(hint);
  input.form.querySelector('button').hidden = true;
  input.addEventListener('change', () => {
    if (input.files.length > 0) {
      hint.textContent = 'Envoi du fichier…';
      input.form.requestSubmit();
    }
  });
}
