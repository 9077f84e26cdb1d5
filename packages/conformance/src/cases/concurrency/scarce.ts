/** A lottery where everybody wins a cup while there is one. */
export const scarce = (stock: number, chances: number) => ({
  lottery: {
    prizes: [
      { id: 'cup', name: { '*': 'Cup' }, kind: 'goods' as const, weight: 1, stock },
      { id: 'luck', name: { '*': 'Good luck' }, kind: 'none' as const, weight: 0 },
    ],
    chances: [{ id: 'joined', fact: 'joined', chances }],
  },
});
