;;; eglot.el --- The server in a real Emacs with Eglot, without a window  -*- lexical-binding: t; -*-
;; Set up as server/docs/editors.md says; a report is opened, its diagnostics awaited, and a fix applied. What happened
;; is written as JSON to $DISCLOSURE_AUDIT_RESULT.
;; Run: emacs --batch -l tests/editors/eglot.el
(setq load-prefer-newer t)
;; Debian's elpa-eglot, which `emacs --batch' does not look for by itself.
(dolist (folder (file-expand-wildcards "/usr/share/emacs/site-lisp/elpa/*"))
  (add-to-list 'load-path folder))
(require 'json)
(require 'project)
(require 'eglot)

;; As a user writes it in init.el.
(add-to-list 'eglot-server-programs
             `(text-mode . ,(split-string (getenv "DISCLOSURE_AUDIT_SERVER"))))
(setq-default eglot-workspace-configuration
              '(:disclosureAudit (:rules (:structure/section-numbering "off"))))

(defvar result nil)
(defun step (name value) (push (cons name value) result))

(defun until-true (probe)
  (let ((deadline (+ (float-time) 20)))
    (while (and (not (funcall probe)) (< (float-time) deadline))
      (accept-process-output nil 0.05))
    (and (funcall probe) t)))

(defun codes ()
  (vconcat (mapcar #'flymake-diagnostic-text (flymake-diagnostics))))

(defun run ()
  (find-file (getenv "DISCLOSURE_AUDIT_REPORT"))
  (text-mode)
  (setq eglot-sync-connect 10 eglot-confirm-server-initiated-edits nil)
  (apply #'eglot (eglot--guess-contact))
  (step 'managed (if (eglot-managed-p) t :json-false))
  (until-true (lambda () (flymake-start) (> (length (flymake-diagnostics)) 0)))
  (step 'diagnostics (codes))
  (goto-char (flymake-diagnostic-beg (car (flymake-diagnostics))))
  (let* ((actions (eglot-code-actions (point) (1+ (point))))
         (edit (plist-get (elt actions 0) :edit)))
    (step 'action (plist-get (elt actions 0) :title))
    (eglot--apply-workspace-edit edit))
  (eglot--signal-textDocument/didChange)
  (step 'settled (if (until-true (lambda () (flymake-start) (= (length (flymake-diagnostics)) 0))) t :json-false))
  (step 'text (buffer-substring-no-properties (point-min) (point-max))))

(condition-case problem (run)
  (error (step 'error (format "%S" problem))))
(let ((coding-system-for-write 'utf-8))
  (write-region (json-encode (nreverse result)) nil (getenv "DISCLOSURE_AUDIT_RESULT")))
(set-buffer-modified-p nil)
(kill-emacs 0)
