package org.lantian.quantities;

/** Carries a {@link DomainError} up to the door (command line or HTTP) that tells the person. */
public final class DomainException extends RuntimeException {

    private final transient DomainError error;

    public DomainException(DomainError error) {
        super(error.code() + ": " + error.message().en());
        this.error = error;
    }

    public DomainException(DomainError error, Throwable cause) {
        super(error.code() + ": " + error.message().en(), cause);
        this.error = error;
    }

    public DomainError error() {
        return error;
    }
}
