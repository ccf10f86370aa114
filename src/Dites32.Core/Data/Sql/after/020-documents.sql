-- The five kinds of files are compressed already: trying again costs time at each upload and saves nothing.
ALTER TABLE document_chunk ALTER COLUMN bytes SET STORAGE EXTERNAL;
