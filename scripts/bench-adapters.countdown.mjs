// Wires the built countdown to the referee's interface; see the bench's README for the shape.

export const size = [
  {
    name: 'fanfare countdown',
    group: 'countdown',
    code: "import './packages/countdown/dist/element.js';",
  },
];

export const countdown = [
  {
    name: 'fanfare',
    hasBest: false,
    code: `import './packages/countdown/dist/element.js';
      const LENGTHS = { days: 86400, hours: 3600, minutes: 60, seconds: 1 };
      window.adapter = {
        mount(root, targets) {
          const all = document.createDocumentFragment();
          this.elements = targets.map((at) => {
            const element = document.createElement('fanfare-countdown');
            element.setAttribute('until', new Date(at).toISOString());
            element.setAttribute('time-url', '/');
            all.append(element);
            return element;
          });
          root.append(all);
        },
        read(i) {
          let seconds = 0;
          for (const unit of this.elements[i].shadowRoot.querySelectorAll('[part~="unit"]')) {
            const name = unit.getAttribute('part').split(' ')[1];
            seconds += Number(unit.querySelector('[part~="number"]').textContent) * LENGTHS[name];
          }
          return seconds;
        },
      };`,
  },
];
