// Warns two minutes before a session ends. Another tab may have kept it alive: the server is asked first. In a block of its own: the workspace has names like these.
{
  const warning = 120;
  const dialog = document.getElementById('fin-de-session');
  if (dialog) {
    const form = dialog.querySelector('form');
    let timer;
    const show = (over) => {
      for (const part of dialog.querySelectorAll('.soon')) part.hidden = over;
      dialog.querySelector('.over').hidden = !over;
      if (over) dialog.querySelector('h2').textContent = 'Votre session est fermée';
      if (!dialog.open) dialog.showModal();
    };
    const plan = (left) => {
      clearTimeout(timer);
      if (left > warning) {
        if (dialog.open) dialog.close();
        timer = setTimeout(look, (left - warning) * 1000);
      } else {
        show(left <= 0);
        if (left > 0) timer = setTimeout(look, left * 1000 + 500);
      }
    };
    const ask = async (request) => {
      try {
        const answer = await fetch('/session', request);
        if (answer.ok) plan(await answer.json());
      } catch {
        timer = setTimeout(look, 15000); // no network for a moment
      }
    };
    const look = () => ask({ cache: 'no-store' });
    form.addEventListener('submit', (event) => {
      if (event.submitter?.formMethod === 'dialog') return;
      event.preventDefault();
      ask({ method: 'POST', body: new URLSearchParams(new FormData(form)) });
    });
    plan(Number(dialog.dataset.seconds));
  }
}
