// What pages of the console cannot do by themselves. Every page works without it.
(() => {
  'use strict';

  const local = new Intl.DateTimeFormat(undefined, {
    year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit',
  });
  const forms = {
    seconds: new Intl.DateTimeFormat(undefined, {
      year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', second: '2-digit',
    }),
    clock: new Intl.DateTimeFormat(undefined, { hour: '2-digit', minute: '2-digit' }),
    moment: new Intl.DateTimeFormat(undefined, { month: 'short', day: 'numeric', hour: '2-digit', minute: '2-digit', hour12: false }),
  };

  // Times in the reader's zone, with UTC on hover.
  function showLocalTimes(root) {
    root.querySelectorAll('time[data-local]').forEach((time) => {
      const instant = new Date(time.dateTime);
      if (!Number.isNaN(instant.getTime()) && !time.title) {
        time.title = time.textContent;
        time.textContent = (forms[time.dataset.local] ?? local).format(instant);
      }
    });
  }

  // Copies what an element shows: <button data-copy="id-of-the-element">.
  async function copy(button) {
    const said = button.textContent;
    try {
      await navigator.clipboard.writeText(document.getElementById(button.dataset.copy).textContent);
      button.textContent = 'Copied';
    } catch {
      button.textContent = 'Select it and copy by hand';
    }
    setTimeout(() => { button.textContent = said; }, 2000);
  }

  // Shows the chosen picture: <input type="file" data-preview="id-of-the-img" data-most="bytes">.
  function preview(input) {
    const image = document.getElementById(input.dataset.preview);
    const said = document.getElementById(`${input.id}-said`);
    const file = input.files[0];
    const tooLarge = Boolean(file) && file.size > Number(input.dataset.most);
    said.hidden = !tooLarge;
    if (tooLarge) {
      input.value = '';
    } else if (file) {
      const reader = new FileReader();
      reader.addEventListener('load', () => {
        image.src = reader.result;
        image.hidden = false;
      });
      reader.readAsDataURL(file);
    }
  }

  // Counts down to an instant: <span role="timer" data-until="2026-11-26T08:00:00Z">.
  function countDown() {
    document.querySelectorAll('[data-until]').forEach((timer) => {
      const left = Math.max(0, Math.ceil((new Date(timer.dataset.until) - Date.now()) / 1000));
      const parts = [[Math.floor(left / 86400), 'd'], [Math.floor(left / 3600) % 24, 'h'],
        [Math.floor(left / 60) % 60, 'min'], [left % 60, 's']];
      const shown = parts.slice(parts.findIndex(([amount, unit]) => amount > 0 || unit === 's'));
      timer.textContent = left === 0 ? '(over)'
        : `(${shown.map(([amount, unit]) => `${amount} ${unit}`).join(' ')} left)`;
    });
  }

  document.addEventListener('change', (event) => {
    if (event.target.matches('input[type=file][data-preview]')) {
      preview(event.target);
    }
  });
  document.addEventListener('click', (event) => {
    const button = event.target.closest('button[data-copy]');
    if (button) {
      copy(button);
    }
  });
  document.addEventListener('DOMContentLoaded', () => {
    showLocalTimes(document);
    countDown();
    setInterval(countDown, 1000);
  });
  document.addEventListener('htmx:load', (event) => showLocalTimes(event.detail.elt));
})();
