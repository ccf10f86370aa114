// What the interactive pages need besides Blazor's script. Everything here is an extra: the pages work by their controls.

// The server has forgotten this page (restart, long sleep): only a reload brings it back.
const dialog = document.getElementById('components-reconnect-modal');
if (dialog) {
  new MutationObserver(() => {
    if (dialog.className.endsWith('-rejected')) location.reload();
  }).observe(dialog, { attributes: true, attributeFilter: ['class'] });
}

// The page has come without its circuit (too many boards open elsewhere, a network that lets no WebSocket through).
setTimeout(() => {
  if (dialog && document.querySelector('.board:not([data-live])')) dialog.className = 'components-reconnect-failed';
}, 15000);

// A closed list of stages would move its card at each key, while the person still looks for the stage: a key opens the list,
// as it does on a Mac, and Enter chooses. Where a browser cannot tell whether a list is open, it keeps its own way.
const opens = new Set(['ArrowDown', 'ArrowUp', 'ArrowLeft', 'ArrowRight', 'Home', 'End', 'PageDown', 'PageUp']);
if (CSS.supports('selector(:open)') && HTMLSelectElement.prototype.showPicker) {
  document.addEventListener('keydown', (event) => {
    const list = event.target instanceof Element ? event.target.closest('.board-card select') : null;
    const isLetter = event.key.length === 1 && event.key !== ' ';
    if (!list || list.disabled || list.matches(':open') || event.ctrlKey || event.metaKey || event.altKey) return;
    if (!isLetter && !opens.has(event.key)) return;
    event.preventDefault();
    list.showPicker();
  });
}

// Dragging a card: the browser asks for data and for a consent at every move, which must not go over the circuit.
const target = 'board-column-target';
const columnOf = (event) => event.target instanceof Element ? event.target.closest('.board-column') : null;
let dragged = null;
const unmark = () => document.querySelectorAll(`.${target}`).forEach((column) => column.classList.remove(target));

document.addEventListener('dragstart', (event) => {
  dragged = event.target instanceof Element ? event.target.closest('.board-card') : null;
  if (dragged) event.dataTransfer.setData('text/plain', '');
});
document.addEventListener('dragover', (event) => {
  const column = columnOf(event);
  if (!column) return;
  event.preventDefault();
  if (!column.classList.contains(target)) {
    unmark();
    column.classList.add(target);
  }
});
document.addEventListener('drop', (event) => {
  const column = columnOf(event);
  if (column) event.preventDefault();
  unmark();
  if (column && dragged) sendMove(dragged, column);
});
document.addEventListener('dragend', unmark);

// A board without a circuit: the menu of a card is a form, which a drop fills in and sends.
function sendMove(card, column) {
  const list = card.querySelector('form.card-move select');
  if (!list || column.contains(card)) return;
  if ([...list.options].some((option) => option.value === column.dataset.state)) {
    list.value = column.dataset.state;
    list.form.requestSubmit();
    return;
  }
  const from = card.closest('.board-column').dataset.label;
  const refusal = card.closest('.board').dataset.refusal ?? 'de là, un dossier ne passe pas à';
  const message = document.getElementById('glisser');
  if (message) message.textContent = `${card.dataset.name} reste à « ${from} » : ${refusal} « ${column.dataset.label} ».`;
}
