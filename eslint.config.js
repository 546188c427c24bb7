import tseslint from 'typescript-eslint';

export default tseslint.config(
  { ignores: ['**/*.mjs', 'dist', 'lib', '.lib-*', 'node_modules', 'templates'] },
  ...tseslint.configs.recommendedTypeChecked,
  ...tseslint.configs.stylisticTypeChecked,
  {
    languageOptions: {
      parserOptions: {
        projectService: { allowDefaultProject: ['eslint.config.js', 'bin/octavo.js'] },
        tsconfigRootDir: import.meta.dirname,
      },
    },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      'no-console': 'error',
      // Markup is full of control characters that we name on purpose (the marks of the spine).
      'no-control-regex': 'off',
      '@typescript-eslint/consistent-type-imports': 'error',
      // A key of data reads as data: `attributes['title']`.
      '@typescript-eslint/dot-notation': ['error', { allowIndexSignaturePropertyAccess: true }],
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', destructuredArrayIgnorePattern: '^_' },
      ],
      // Trees of an engine are array-like and not iterable, and the loops over them are where the time goes.
      '@typescript-eslint/prefer-for-of': 'off',
      '@typescript-eslint/prefer-nullish-coalescing': 'off',
    },
  },
  // A command line speaks.
  { files: ['scripts/**', 'bench/**', 'bin/**'], rules: { 'no-console': 'off' } },
  // Tests look into what programs print, and tell what they measured.
  { files: ['tests/**'], rules: { 'no-console': 'off', '@typescript-eslint/no-unsafe-assignment': 'off' } },
);
