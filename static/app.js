// app.js - the only first-party script. No eval, no inline handlers; everything is delegated from document.
// Every text a person reads comes from the page: data attributes of <body> and templates rendered by the server.
(() => {
  'use strict';
  const $ = (selector, root = document) => root.querySelector(selector);
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];
  const on = (type, listener, options) => document.addEventListener(type, listener, options);
  const text = (name) => document.body.dataset[`text${name}`] ?? '';

  // ---- htmx 4.0.1 cancels Ctrl/Cmd/Shift+click on links; keep the event away from htmx so the browser opens the tab
  on('click', (e) => { if ((e.ctrlKey || e.metaKey || e.shiftKey) && e.target.closest('a[href]')) e.stopPropagation(); }, true);

  // ---- toasts: the server appends <hx-partial hx-target="#toasts">, the script copies the template
  const toast = (message, level = 'info') => {
    home();
    const note = $('#toast-template').content.firstElementChild.cloneNode(true);
    note.classList.add(level);
    if (level === 'error') note.setAttribute('role', 'alert');
    $('p', note).textContent = message;
    $('#toasts').append(note);
    arm();
  };
  // a modal dialog makes the rest of the page inert, so the toast box travels into it and back
  const home = () => {
    const host = $('dialog:modal') ?? document.body, box = $('#toasts');
    if (box && box.parentNode !== host) host.append(box);
  };
  // notices go after 6 s, those with a button after 15 s, not while they are pointed at or in focus; errors stay, at most
  // three are shown
  const arm = () => {
    const notes = all('#toasts .toast');
    notes.slice(0, -3).forEach((note) => note.remove());
    notes.filter((note) => !note.dataset.armed).forEach((note) => {
      note.dataset.armed = '1';
      if (note.classList.contains('error')) return;
      const wait = $('form', note) ? 15000 : 6000;
      const go = () => (note.matches(':hover, :focus-within') ? setTimeout(go, 2000) : note.remove());
      setTimeout(go, wait);
    });
  };
  // a notice that came with a whole page was never a change of a live region: say it in the one that stays
  const announce = () => {
    const words = all('#toasts .toast:not(.error) p').map((p) => p.textContent).join(' ');
    if (words) setTimeout(() => { const live = $('#live'); if (live) live.textContent = words; }, 150);
  };
  on('htmx:before:swap', home); on('toggle', home, true); on('close', home, true);
  on('htmx:after:swap', arm);
  on('DOMContentLoaded', () => { arm(); announce(); });
  on('click', (e) => e.target.closest('[data-dismiss]')?.closest('.toast')?.remove());

  // ---- invoker commands for browsers that lack them
  if (!('commandForElement' in HTMLButtonElement.prototype)) on('click', (e) => {
    const button = e.target.closest('button[commandfor]'); if (!button) return;
    const dialog = document.getElementById(button.getAttribute('commandfor'));
    button.getAttribute('command') === 'show-modal' ? dialog?.showModal() : dialog?.close();
  });
  on('dialog:close', () => all('dialog[open]').forEach((dialog) => dialog.close()));

  // ---- menus are <details>: close on Escape, on a click elsewhere and when a link in them is followed
  const shut = (menu, focus) => { menu.open = false; if (focus) $('summary', menu)?.focus(); };
  on('click', (e) => all('details.menu[open]').forEach((menu) => {
    if (!menu.contains(e.target) || e.target.closest('.menu-body a[href]')) shut(menu);
  }));
  on('keydown', (e) => { if (e.key === 'Escape') { const menu = e.target.closest('details.menu[open]'); if (menu) shut(menu, true); } });

  // ---- a new release, or an error page where a page was asked for: a real navigation, so that <head> fits and Back works
  const release = $('meta[name=app-version]')?.content;
  on('htmx:after:request', (e) => {
    const { response, request, target, hx } = e.detail.ctx;
    if (request.method !== 'GET' || target !== document.body || hx?.redirect || hx?.location) return;
    const served = response?.headers.get('X-App-Version');
    const failed = response?.status >= 400 && ![409, 422].includes(response.status);
    if (failed || (release && served && served !== release)) { e.preventDefault(); location.href = request.action; }
  });

  // an address that answered with an error is not one to come back to
  on('htmx:before:history:update', (e) => { if (e.detail.response?.status >= 400) e.preventDefault(); });

  // ---- hx-confirm through our own <dialog> instead of window.confirm
  on('htmx:confirm', (e) => {
    const { ctx, issueRequest, dropRequest } = e.detail;
    if (!ctx.confirm) return;
    e.preventDefault();
    const dialog = $('#confirm'), ok = $('[data-confirm-ok]', dialog);
    $('p', dialog).textContent = ctx.confirm;
    ok.textContent = ctx.sourceElement.closest('[data-confirm-label]')?.dataset.confirmLabel ?? ok.dataset.text;
    dialog.returnValue = '';
    dialog.showModal();
    dialog.addEventListener('close', () => (dialog.returnValue === 'ok' ? issueRequest() : dropRequest()), { once: true });
  });

  // ---- errors: what is not swapped becomes a notice, in the server's own words where it gave any
  on('htmx:response:error', (e) => {
    const { response, text: body = '', hx } = e.detail.ctx, status = response.status;
    if (status === 422 || status === 409 || hx?.redirect || hx?.location || body.includes('<hx-partial')) return;
    const said = body.includes('data-error') && new DOMParser().parseFromString(body, 'text/html').querySelector('[data-error]')?.textContent;
    toast(said || text(status === 403 ? 'Forbidden' : status === 404 || status === 410 ? 'Missing' : 'Failed'), 'error');
  });
  on('htmx:error', (e) => { if (e.detail.ctx && !e.detail.ctx.response) toast(text('Offline'), 'error'); });

  // ---- aria-busy on the swap target while a request runs
  const busy = (e, is) => {
    const target = e.detail.ctx.target;
    if (target instanceof Element) is ? target.setAttribute('aria-busy', 'true') : target.removeAttribute('aria-busy');
  };
  on('htmx:before:request', (e) => { busy(e, true); $('#loading-bar')?.classList.add('htmx-request'); });
  on('htmx:finally:request', (e) => { busy(e, false); $('#loading-bar')?.classList.remove('htmx-request'); });

  // ---- after a boosted navigation: focus on the new heading, unless the page asks for another place
  on('htmx:after:swap', (e) => {
    const target = e.detail.ctx.target;
    if (target !== document.body && target?.id !== 'main') return;
    announce();
    const heading = $('main h1');
    if (heading && !$('main [autofocus]')) { heading.tabIndex = -1; heading.focus({ preventScroll: true }); }
  });

  // ---- focus must never fall back to <body>: the control with the same id, else the next row, else the one at the same
  // place in what was swapped takes it
  const controls = (root) => all('a[href], button, input:not([type=hidden]), select, textarea, summary', root);
  let heir = null, held = '', place = -1;
  on('htmx:before:swap', (e) => {
    const { sourceElement, target } = e.detail.ctx, focus = document.activeElement;
    const row = sourceElement?.closest?.('tr, .fact, li');
    held = focus?.id ?? '';
    heir = row && row.contains(focus) ? (row.nextElementSibling ?? row.previousElementSibling) : null;
    place = target instanceof Element && target.id ? controls(target).indexOf(focus) : -1;
  });
  on('htmx:finally:swap', (e) => {
    const target = e.detail.ctx.target;
    if (document.activeElement === document.body || !document.activeElement) {
      const same = held && document.getElementById(held);
      const near = heir?.isConnected ? $('a[href], button', heir) : null;
      // an edited fact comes back with its pencil
      const pencil = target?.id && document.getElementById(`${target.id}-edit`);
      const left = place < 0 ? [] : controls(document.getElementById(target.id) ?? document.createElement('i'));
      (pencil || same || near || left[Math.min(place, left.length - 1)])?.focus();
    }
    heir = null; place = -1;
  });

  // ---- Escape is the Cancel of what is being edited
  on('keydown', (e) => { if (e.key === 'Escape') $('[data-cancel]', e.target.closest('[data-escape]') ?? document.createElement('i'))?.click(); });

  // ---- <form data-draft> keeps what is typed on the server, whatever becomes of the page; Cancel and Save end that
  const typing = new Map();
  const calm = (form) => { clearTimeout(typing.get(form)); typing.delete(form); };
  const put = (path, body) => fetch(path, { method: 'POST', body: new URLSearchParams(body), keepalive: true }).catch(() => {});
  const keep = (form) => { calm(form); if (form.elements.draft?.value) put('/drafts', new FormData(form)); };
  on('input', (e) => {
    const form = e.target.closest?.('form[data-draft]');
    if (form && !typing.has(form)) typing.set(form, setTimeout(keep, 1500, form));
  });
  on('submit', (e) => calm(e.target), true);
  on('click', (e) => {
    const form = e.target.closest('[data-cancel]')?.closest('form[data-draft]');
    if (form) { calm(form); put('/drafts/removal', { draft: form.elements.draft?.value ?? '' }); }
  });
  addEventListener('pagehide', () => typing.forEach((_, form) => keep(form)));

  // ---- Ctrl+Enter saves the form that is being typed into
  on('keydown', (e) => { if (e.key === 'Enter' && (e.ctrlKey || e.metaKey) && e.target.form?.method === 'post') { e.preventDefault(); e.target.form.requestSubmit(); } });

  // ---- search everywhere: Ctrl+K goes to the box, the arrows move along what was found under it, Enter opens it, Esc goes back
  let before = null;
  on('focusin', (e) => { if (e.target.id === 'search-box' && e.relatedTarget) before = e.relatedTarget; });
  on('focusout', (e) => { if (e.target.id === 'search-box') e.target.setAttribute('aria-expanded', 'false'); });
  on('htmx:after:swap', (e) => {
    const box = $('#search-box');
    if (e.detail.ctx.target?.id !== 'search-hits' || !box) return;
    box.setAttribute('aria-expanded', String(document.activeElement === box && !!$('#palette-list')));
    const first = $('#search-hits [aria-selected=true]');
    first ? box.setAttribute('aria-activedescendant', first.id) : box.removeAttribute('aria-activedescendant');
  });
  on('keydown', (e) => {
    const box = $('#search-box'), list = $('#palette-list');
    if (box && (e.ctrlKey || e.metaKey) && e.key.toLowerCase() === 'k') { e.preventDefault(); box.focus(); return box.select(); }
    if (!box || e.target !== box) return;
    if (e.key === 'Escape') { e.preventDefault(); return (before?.isConnected ? before : $('#main')).focus(); }
    const found = all('[role=option]', list ?? document.createElement('i')), step = { ArrowDown: 1, ArrowUp: -1 }[e.key];
    let here = found.findIndex((one) => one.ariaSelected === 'true');
    // what stands there may still be the answer to what was typed before
    if (e.key === 'Enter' && here >= 0 && list.dataset.typed === box.value.trim()) { e.preventDefault(); return found[here].click(); }
    if (!step || !found.length) return;
    e.preventDefault();
    here = (here + step + found.length) % found.length;
    found.forEach((one, n) => one.setAttribute('aria-selected', String(n === here)));
    box.setAttribute('aria-activedescendant', found[here].id);
    found[here].scrollIntoView({ block: 'nearest' });
  });

  // ---- single keys: <a data-hotkey="g c">, <input data-hotkey="/">, several as "]|j"; only where the person has them on, never while typing
  let last = '', at = 0;
  on('keydown', (e) => {
    if (!('hotkeys' in document.documentElement.dataset) || e.ctrlKey || e.metaKey || e.altKey) return;
    if (e.target.closest('input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable], dialog[open]')) return;
    const row = e.target.closest('tbody tr'), step = { j: 1, ArrowDown: 1, k: -1, ArrowUp: -1 }[e.key];
    const links = step ? all('#list .row-link') : [], here = links.indexOf(row && $('.row-link', row));
    // the arrows move along the rows once one of them has the focus; until then they scroll
    if (links.length && (here >= 0 || e.key.length === 1)) {
      e.preventDefault();
      return links[here < 0 ? (step > 0 ? 0 : links.length - 1) : here + step]?.focus();
    }
    const now = Date.now(), pair = now - at < 800 ? `${last} ${e.key}` : e.key;
    last = e.key; at = now;
    // a row's own keys act on the row that has the focus
    const named = (key, root) => [...(root === row ? [] : all('main [data-hotkey]')), ...all('[data-hotkey]', root)].find((one) =>
      one.dataset.hotkey.split('|').includes(key) && (root === row || !one.closest('tbody tr')));
    const control = (row && named(e.key, row)) ?? named(pair, document) ?? named(e.key, document);
    if (!control) return;
    e.preventDefault();
    control.matches('input:not([type=checkbox])') ? control.focus() : control.click();
  });

  // ---- ticked rows: the heading's box ticks the page, the bar says how many
  on('change', (e) => {
    const list = e.target.closest('.picks'), page = $('[data-pick-page]', list ?? document), said = $('#picked');
    if (!list || !page || !said) return;
    const boxes = all('tbody .pick input', list);
    if (e.target === page) boxes.forEach((box) => { box.checked = page.checked; });
    const n = boxes.filter((box) => box.checked).length;
    page.checked = n > 0 && n === boxes.length;
    page.indeterminate = n > 0 && n < boxes.length;
    said.textContent = `${said.dataset.text} ${n}`;
  });

  // ---- the grid of KPI values: type to replace, arrows and Enter move, Esc takes back, a cell saves itself when it is
  // left, and a block of cells is pasted cell by cell
  const cellAt = (from, down, right) => {
    const cell = from.closest('td'), rows = [...cell.closest('tbody').rows];
    const row = rows[rows.indexOf(cell.parentNode) + down];
    return $('[data-cell]', row?.cells[cell.cellIndex + right] ?? document.createElement('i'));
  };
  const save = (input) => {
    if (input.value === input.dataset.saved || input.dataset.saving) return;
    input.dataset.saving = '1';
    const cell = input.closest('td');
    return htmx.ajax('POST', input.dataset.cell, { source: cell, target: cell, swap: 'outerHTML' }).finally(() => { delete input.dataset.saving; });
  };
  on('focusin', (e) => e.target.matches('[data-cell]') && e.target.select());
  on('change', (e) => e.target.matches('[data-cell]') && save(e.target));
  on('keydown', (e) => {
    const input = e.target;
    if (!input.matches('[data-cell]') || e.ctrlKey || e.metaKey || e.altKey) return;
    const whole = input.selectionStart === 0 && input.selectionEnd === input.value.length;
    const steps = { ArrowUp: [-1, 0], ArrowDown: [1, 0], Enter: [e.shiftKey ? -1 : 1, 0] };
    if (whole || input.selectionEnd === 0) steps.ArrowLeft = [0, -1];
    if (whole || input.selectionStart === input.value.length) steps.ArrowRight = [0, 1];
    if (e.key === 'Escape') {
      input.value = input.dataset.saved;
      input.select();
      input.removeAttribute('aria-invalid');
      input.closest('td').classList.remove('wrong', 'conflict');
      $('.error', input.closest('td'))?.remove();
    }
    if (!steps[e.key] || (e.shiftKey && e.key !== 'Enter')) return;
    e.preventDefault();
    (cellAt(input, ...steps[e.key]) ?? input).focus();
    if (e.key === 'Enter') save(input);
  });
  on('paste', async (e) => {
    const block = e.clipboardData?.getData('text/plain').replace(/\r?\n$/, '') ?? '';
    if (!e.target.matches('[data-cell]') || !/[\t\n]/.test(block)) return;
    e.preventDefault();
    const cells = block.split(/\r?\n/).flatMap((line, down) => line.split('\t').map((words, right) => [cellAt(e.target, down, right), words.trim()]));
    const reached = cells.filter(([input]) => input);
    reached.forEach(([input, words]) => { input.value = words; });
    for (const [input] of reached) await save(input);
  });

  // ---- upload progress: fetch() cannot report it, so file forms use XHR and hand the HTML back to htmx
  on('submit', (e) => {
    const form = e.target.closest('form[data-upload]'); if (!form) return;
    e.preventDefault();
    const bar = $('progress', form), request = new XMLHttpRequest();
    request.open('POST', form.action);
    request.setRequestHeader('HX-Request', 'true');
    request.setRequestHeader('HX-Request-Type', 'partial');
    request.upload.onprogress = (p) => { bar.hidden = false; bar.max = p.total; bar.value = p.loaded; };
    request.onload = () => htmx.swap({ text: request.responseText, target: $(form.dataset.upload), swap: 'innerHTML', sourceElement: form });
    request.onerror = () => toast(text('Offline'), 'error');
    request.send(new FormData(form));
  });

  // ---- [data-copy="#id"] copies the value of that control (one-time links)
  on('click', (e) => {
    const button = e.target.closest('[data-copy]'); if (!button) return;
    const source = $(button.dataset.copy);
    source?.select?.();
    navigator.clipboard?.writeText(source?.value ?? '').then(() => toast(button.dataset.copied ?? ''));
  });
})();
