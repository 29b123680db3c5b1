"""Sheets to PDF bytes. Nothing else knows ReportLab, and nothing here knows the database."""
