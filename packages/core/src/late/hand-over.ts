// `@fanfare/core/late/hand-over`: a widget whose later parts draw or react imports this once, in its index.
import { computed, effect, signal, untracked } from '@preact/signals-core';
import { Component, createRef, Fragment, h } from 'preact';
import { LiveText } from '../live-text.js';
import { onSecond } from '../ticker.js';
import { Part } from '../widget/part.js';
import { adoptStyles } from '../widget/styles.js';
import { handOver } from './tools.js';

handOver(
  Component,
  Fragment,
  createRef,
  h,
  computed,
  effect,
  signal,
  untracked,
  LiveText,
  Part,
  adoptStyles,
  onSecond,
);
