# Short names for those who have make; everything is done by ./setup.
all:
	@./setup build
demo test bench gates:
	@./setup $@
install: all
	@meson install -C build
clean:
	@rm -rf build build-test
.PHONY: all demo test bench gates install clean
